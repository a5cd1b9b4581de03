/** What the installation and the machine are like, and what to do where they are not well. */
package relrep.runtime.doctor;
