/** Networks of DL4J's own layers: saved ones as encoders, and those that are trained here. */
package relrep.models.dl4j;
