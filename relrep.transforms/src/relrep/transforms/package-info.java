/** The transforms, each a service. They are fitted in double precision. */
package relrep.transforms;
