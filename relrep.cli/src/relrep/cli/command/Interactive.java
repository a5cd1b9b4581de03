package relrep.cli.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command that reads further commands. Plugins may arrive while it runs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Interactive {}
