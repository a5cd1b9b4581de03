/** Datasets of pictures, from the embedded digits to the files on the sets' own sites. */
package relrep.datasets.image;
