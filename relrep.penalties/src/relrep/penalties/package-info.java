/** The penalties, each a service. They compute in double precision. */
package relrep.penalties;
