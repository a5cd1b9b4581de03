/** Files of data sets: finding them, checking them, and downloading them. */
package relrep.datasets.file;
