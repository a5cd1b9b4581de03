/** Converts between relrep's matrices and ND4J's arrays, and starts ND4J. */
@Version("0.1.0")
@Export
package relrep.nd4j;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
