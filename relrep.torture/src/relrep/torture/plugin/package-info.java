/** Bad plugins, which are packed into bundles and put into the plugins' folder. */
package relrep.torture.plugin;
