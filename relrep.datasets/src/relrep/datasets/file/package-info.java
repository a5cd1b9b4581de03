/** Files of data: finding them, checking them, downloading them, and reading them with care. */
package relrep.datasets.file;
