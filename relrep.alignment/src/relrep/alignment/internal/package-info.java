/**
 * The aligners, each a service. All linear ones are fitted in double precision and applied in
 * single precision.
 */
package relrep.alignment.internal;
