/** ONNX model files and how they are run. */
package relrep.onnx.model;
