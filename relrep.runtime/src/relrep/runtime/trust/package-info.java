/**
 * Which jars relrep may run: what a jar of the folder {@code plugins/} is, and whether the list
 * {@code plugins/trusted} has it. Of the JDK alone: the launcher, which runs before there are
 * bundles, asks it too.
 */
package relrep.runtime.trust;
