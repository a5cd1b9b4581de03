package relrep.torture;

import com.sun.management.UnixOperatingSystemMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;

import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads heap, metaspace and file descriptors of another JVM on this machine. */
final class JvmGauge implements AutoCloseable {
    private final JMXConnector connector;
    private final MBeanServerConnection connection;

    @SuppressWarnings("BanJNDI") // the address is one that this machine's JVM has just given
    JvmGauge(long pid) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            connector =
                    JMXConnectorFactory.connect(
                            new JMXServiceURL(machine.startLocalManagementAgent()));
        } finally {
            machine.detach();
        }
        connection = connector.getMBeanServerConnection();
    }

    /**
     * The resources of a JVM after a garbage collection.
     *
     * @param heapBytes used heap
     * @param metaspaceBytes used metaspace
     * @param descriptors open files and sockets
     */
    record Reading(long heapBytes, long metaspaceBytes, long descriptors) {
        @Override
        public String toString() {
            return "heap %.1f MB, metaspace %.1f MB, %d descriptors"
                    .formatted(heapBytes / 1e6, metaspaceBytes / 1e6, descriptors);
        }
    }

    Reading read() throws IOException {
        MemoryMXBean memory =
                ManagementFactory.newPlatformMXBeanProxy(
                        connection, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        // class loaders go with the second collection, once their objects' cleaners have run
        memory.gc();
        memory.gc();
        MemoryPoolMXBean metaspace =
                ManagementFactory.newPlatformMXBeanProxy(
                        connection,
                        ManagementFactory.MEMORY_POOL_MXBEAN_DOMAIN_TYPE + ",name=Metaspace",
                        MemoryPoolMXBean.class);
        UnixOperatingSystemMXBean system =
                ManagementFactory.newPlatformMXBeanProxy(
                        connection,
                        ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME,
                        UnixOperatingSystemMXBean.class);
        return new Reading(
                memory.getHeapMemoryUsage().getUsed(),
                metaspace.getUsage().getUsed(),
                system.getOpenFileDescriptorCount());
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
