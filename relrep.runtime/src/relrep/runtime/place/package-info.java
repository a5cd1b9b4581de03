/** Where data and the cache are. */
package relrep.runtime.place;
