/** Datasets of pictures, from the embedded digits to the files of the sets' own sites. */
package relrep.datasets.image;
