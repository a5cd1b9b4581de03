/**
 * What is installed, and how people write it: the kinds of plugins, the registry of them, plugin
 * expressions and their options.
 */
package relrep.runtime.plugins;
