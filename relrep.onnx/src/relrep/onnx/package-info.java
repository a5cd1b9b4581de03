/** Encoders from ONNX files, and named ones. */
package relrep.onnx;
