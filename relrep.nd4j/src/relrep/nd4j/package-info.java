/** The bridge between relrep's values and ND4J's. */
@Version("0.1.0")
@Export
package relrep.nd4j;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
