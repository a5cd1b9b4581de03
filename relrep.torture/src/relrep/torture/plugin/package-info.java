/** Classes that are packed into bundles and dropped among the plugins. */
package relrep.torture.plugin;
