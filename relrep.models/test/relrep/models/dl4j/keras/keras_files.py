"""Makes row.h5, conv.h5 and graph.h5, and prints what KerasWrittenTest expects of them.

Written by Keras 3.15.1 with TensorFlow 2.21.0 and h5py 3.14.0: model.save("NAME.h5").
"""
import keras
import numpy as np

keras.utils.set_random_seed(1)
layers = keras.layers
row = keras.Sequential(
    [layers.Input((3,)), layers.Dense(4, activation="tanh", name="hidden"),
     layers.Dense(2, activation="softmax", name="classes")])
conv = keras.Sequential(
    [layers.Input((6, 5, 2)), layers.Conv2D(3, 3, activation="relu", name="maps"),
     layers.BatchNormalization(name="norm"), layers.MaxPooling2D(2, name="pool"),
     layers.Flatten(name="flat"), layers.Dense(4, activation="tanh", name="latents"),
     layers.Dropout(0.5), layers.Dense(2, activation="softmax", name="classes")])
samples = layers.Input((3,), name="samples")
left = layers.Dense(4, activation="tanh", name="left")(samples)
right = layers.Dense(4, name="right")(samples)
both = layers.Add(name="sum")([left, right])
graph = keras.Model(samples, layers.Dense(2, activation="softmax", name="classes")(both))
for name, model, layer, shape in [
    ("row", row, "hidden", (3,)), ("conv", conv, "latents", (2, 6, 5)),
    ("graph", graph, "sum", (3,))]:
    model.save(name + ".h5")
    size = int(np.prod(shape))
    x = (np.arange(2 * size) % 7 / 3 - 1).astype("float32").reshape(2, *shape)
    if len(shape) == 3:
        x = x.transpose(0, 2, 3, 1)
    encoder = keras.Model(model.inputs, model.get_layer(layer).output)
    print(name, encoder.predict(x, verbose=0).flatten().tolist())
