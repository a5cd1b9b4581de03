package relrep.launch;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rewrites a class so that it cannot end the process. Its calls of {@code System.exit}, {@code
 * Runtime.exit} and {@code Runtime.halt}, method references included, throw an {@link Error}
 * instead: they call a method that is added to the class. Calls by reflection and by native code
 * stay as they are.
 */
final class ExitCallRewriter extends ClassVisitor {
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String BY_STATUS = "(I)V";
    private static final String MADE = "relrep$";
    private static final int STATIC_IN_INTERFACES = Opcodes.V1_8;

    /** The replaced methods, each with its replacement in the class. */
    private final Map<String, Handle> replaced = new TreeMap<>();

    private String name;
    private boolean isInterface;
    private int version;

    private ExitCallRewriter(ClassWriter writer) {
        super(Opcodes.ASM9, writer);
    }

    /**
     * Returns the class without calls that end the process.
     *
     * @param bytes a class file
     * @return empty where the class has none of these calls, or its class file version is too new
     */
    static Optional<byte[]> of(byte[] bytes) {
        if (!mayEnd(bytes)) {
            return Optional.empty();
        }
        try {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, 0);
            ExitCallRewriter rewriter = new ExitCallRewriter(writer);
            reader.accept(rewriter, 0);
            return rewriter.replaced.isEmpty()
                    ? Optional.empty()
                    : Optional.of(writer.toByteArray());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether the bytes contain the needed names. A call needs them in the constant pool,
     * where ASCII text is stored unchanged.
     */
    private static boolean mayEnd(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return (text.contains("\1\0\4exit") && (text.contains(SYSTEM) || text.contains(RUNTIME)))
                || (text.contains("\1\0\4halt") && text.contains(RUNTIME));
    }

    @Override
    public void visit(
            int format,
            int access,
            String type,
            String signature,
            String superclass,
            String[] interfaces) {
        name = type;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        version = format & 0xFFFF;
        super.visit(format, access, type, signature, superclass, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String type, String signature, String[] exceptions) {
        MethodVisitor written = super.visitMethod(access, method, type, signature, exceptions);
        return isInterface && version < STATIC_IN_INTERFACES ? written : new Calls(written);
    }

    @Override
    public void visitEnd() {
        replaced.forEach(this::refuse);
        super.visitEnd();
    }

    private void refuse(String call, Handle instead) {
        MethodVisitor body =
                super.visitMethod(
                        Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                        instead.getName(),
                        instead.getDesc(),
                        null,
                        null);
        String error = "java/lang/Error";
        body.visitCode();
        body.visitTypeInsn(Opcodes.NEW, error);
        body.visitInsn(Opcodes.DUP);
        body.visitLdcInsn("a plugin must not end the process, and this one called " + call);
        body.visitMethodInsn(
                Opcodes.INVOKESPECIAL, error, "<init>", "(Ljava/lang/String;)V", false);
        body.visitInsn(Opcodes.ATHROW);
        body.visitMaxs(3, 2);
        body.visitEnd();
    }

    /** Returns the replacement for a method that ends the process; null for other methods. */
    private Handle instead(String owner, String method, String type) {
        boolean exits = method.equals("exit");
        boolean ends =
                type.equals(BY_STATUS)
                        && ((owner.equals(SYSTEM) && exits)
                                || (owner.equals(RUNTIME) && (exits || method.equals("halt"))));
        if (!ends) {
            return null;
        }
        String simple = owner.substring(owner.lastIndexOf('/') + 1);
        String added = owner.equals(SYSTEM) ? type : "(L" + owner + ";I)V";
        return replaced.computeIfAbsent(
                simple + "." + method,
                call ->
                        new Handle(
                                Opcodes.H_INVOKESTATIC,
                                name,
                                MADE + call.replace('.', '$'),
                                added,
                                isInterface));
    }

    private final class Calls extends MethodVisitor {
        Calls(MethodVisitor written) {
            super(Opcodes.ASM9, written);
        }

        @Override
        public void visitMethodInsn(
                int opcode, String owner, String method, String type, boolean ofInterface) {
            Handle instead = instead(owner, method, type);
            if (instead == null) {
                super.visitMethodInsn(opcode, owner, method, type, ofInterface);
            } else {
                super.visitMethodInsn(
                        Opcodes.INVOKESTATIC,
                        name,
                        instead.getName(),
                        instead.getDesc(),
                        isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(
                String method, String type, Handle bootstrap, Object... arguments) {
            Object[] rewritten = arguments.clone();
            for (int i = 0; i < rewritten.length; i++) {
                if (rewritten[i] instanceof Handle handle) {
                    Handle instead = instead(handle.getOwner(), handle.getName(), handle.getDesc());
                    rewritten[i] = instead == null ? handle : instead;
                }
            }
            super.visitInvokeDynamicInsn(method, type, bootstrap, rewritten);
        }
    }
}
