"""Writes golden-losses.properties: three small networks in PyTorch, their first gradients and twenty losses, in float64.

Weights and inputs are drawn, so that both sides have the same without a file: all weights of a network in the order and
the layout of relrep, start + bound (2 u - 1). A convolution has its weights as height, width, in, out, a transposed one as
in, height, width, out, and a picture has its channels last.

    OMP_NUM_THREADS=1 python3 golden_losses.py > golden-losses.properties
"""
import os
import sys

import numpy as np
import torch
from torch import nn
from torch.nn import functional as f

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../../../relrep.api.tck/test/relrep/api/tck/golden"))
from draws import branch, noise, uniform

BATCH, STEPS = 64, 20
ROWS = BATCH * STEPS


class Network(nn.Module):
    """Tensors in order, and a function of them and of a batch."""

    def __init__(self, name, function, bound, *shapes):
        super().__init__()
        drawn = uniform(branch(1, name, "weights"), sum(int(np.prod(shape)) for shape, _ in shapes))
        self.function, self.tensors, at = function, nn.ParameterList(), 0
        for shape, start in shapes:
            size = int(np.prod(shape))
            values = (start + bound * (2 * drawn[at:at + size] - 1)).astype(np.float32).astype(np.float64)
            self.tensors.append(nn.Parameter(torch.from_numpy(values.reshape(shape))))
            at += size

    def forward(self, x):
        return self.function(x, *self.tensors)


def dense(out, into):
    return ((out, into), 0), ((out,), 0)


def norm(channels):
    return ((channels,), 1), ((channels,), 0)


def stitch(x, w1, b1, w2, b2, w3, b3):
    return f.linear(torch.relu(f.linear(torch.relu(f.linear(x, w1, b1)), w2, b2)), w3, b3)


def mlp(x, w1, b1, w2, b2, w3, b3, w4, b4):
    narrow = f.linear(torch.tanh(f.linear(x, w1, b1)), w2, b2)
    return torch.sigmoid(f.linear(torch.tanh(f.linear(narrow, w3, b3)), w4, b4))


def conv(x, c1, d1, g1, h1, c2, d2, g2, h2, w1, b1, w2, b2, t1, u1, g3, h3, t2, u2):
    def down(z, w, b, g, h):
        z = f.conv2d(z, w.permute(3, 2, 0, 1), b, stride=2, padding=1)
        return torch.relu(f.batch_norm(z, None, None, g, h, training=True))

    def up(z, w, b):
        return f.conv_transpose2d(z, w.permute(0, 3, 1, 2), b, stride=2, padding=1)

    z = down(down(x.view(-1, 1, 28, 28), c1, d1, g1, h1), c2, d2, g2, h2)
    narrow = f.linear(z.permute(0, 2, 3, 1).flatten(1), w1, b1)
    z = torch.relu(f.linear(narrow, w2, b2)).view(-1, 7, 7, 8).permute(0, 3, 1, 2)
    z = torch.relu(f.batch_norm(up(z, t1, u1), None, None, g3, h3, training=True))
    return torch.sigmoid(up(z, t2, u2)).flatten(1)


def pictures():
    """Four round blots each, 1 / (1 + (r / s)²)², at most 1 together."""
    places = uniform(branch(1, "pictures"), ROWS, 4, 3)
    grid = np.arange(28) / 14 - 1
    x = np.zeros((ROWS, 28, 28))
    for blot in range(4):
        col, row, s = (places[:, blot, k, None, None] for k in range(3))
        across, along = grid[None, None, :] - (1.5 * col - 0.75), grid[None, :, None] - (1.5 * row - 0.75)
        s = 0.125 + 0.25 * s
        fall = 1 + (across * across + along * along) / (s * s)
        x += 1 / (fall * fall)
    return np.minimum(x, 1).reshape(ROWS, -1)


def train(name, network, inputs, targets):
    x, y = (torch.from_numpy(z.astype(np.float32).astype(np.float64)) for z in (inputs, targets))
    adam, losses = torch.optim.Adam(network.parameters(), lr=1e-3), []
    for step in range(STEPS):
        batch = slice(step * BATCH, (step + 1) * BATCH)
        loss = f.mse_loss(network(x[batch]), y[batch])
        adam.zero_grad()
        loss.backward()
        if step == 0:
            write(f"{name}/gradient", torch.cat([w.grad.flatten() for w in network.parameters()]).numpy())
        adam.step()
        losses.append(loss.item())
    print(f"{name}/losses.list=" + " ".join(map(repr, losses)))


def write(name, a):
    weights = 2 * uniform(branch(1, "weights"), len(a)) - 1
    some = range(0, len(a), len(a) // 60)
    print(f"{name}.shape={len(a)} 1")
    print(f"{name}.entries=" + "; ".join(f"{i} 0 {float(a[i])!r}" for i in some))
    for key, value in dict(sum=a.sum(), absolute=np.abs(a).sum(), largest=np.abs(a).max(), weighted=(a * weights).sum()).items():
        print(f"{name}.{key}={float(value)!r}")
    print(f"{name}.tolerance=1e-5")


print(f"# By golden_losses.py with PyTorch {torch.__version__}, in float64.")
points, targets = noise(branch(1, "points"), ROWS, 50), noise(branch(1, "targets"), ROWS, 50)
train("stitch", Network("stitch", stitch, 1 / 8, *dense(50, 50), *dense(50, 50), *dense(50, 50)), points, targets)
blots = pictures()
train("mlp", Network("mlp", mlp, 1 / 4, *dense(16, 784), *dense(2, 16), *dense(16, 2), *dense(784, 16)), blots, blots)
layers = [
    ((3, 3, 1, 4), 0), ((4,), 0), *norm(4), ((3, 3, 4, 8), 0), ((8,), 0), *norm(8), *dense(8, 392), *dense(392, 8),
    ((8, 4, 4, 4), 0), ((4,), 0), *norm(4), ((4, 4, 4, 1), 0), ((1,), 0),
]
train("conv", Network("conv", conv, 1 / 4, *layers), blots, blots)
