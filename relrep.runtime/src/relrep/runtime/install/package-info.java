/**
 * The bundles of the folder {@code plugins/}: installed from copies, replaced while others work
 * with them, and taken away.
 */
package relrep.runtime.install;
