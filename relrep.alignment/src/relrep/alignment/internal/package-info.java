/**
 * Aligners, each a service. All linear ones are fitted in double precision and applied in single.
 */
package relrep.alignment.internal;
