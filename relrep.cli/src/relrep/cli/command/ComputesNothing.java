package relrep.cli.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a command that computes nothing. Its JVM gets options for a fast start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface ComputesNothing {}
