/** Published models: where they come from, and how they are fetched once. */
package relrep.onnx.published;
