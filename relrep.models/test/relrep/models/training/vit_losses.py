"""Prints what VitLossesTest expects: a small visual transformer in PyTorch, its first gradients and twenty losses.

Weights and pictures come from formulas, so that both sides have the same without a file:
weight k of all is start + bound * u(k), u(k) = 2 frac(43758.5453 sin(k + 1)) - 1; value p of picture i is
0.5 + 0.5 sin(0.37 i + 0.011 (i mod 7 + 1) p).

    OMP_NUM_THREADS=1 python3 vit_losses.py
"""
import numpy as np
import torch
from torch import nn

PATCH, DIM, HEADS, WIDTH, BATCH, STEPS = 4, 16, 2, 6, 64, 20
SIDE, CHANNELS = 28, 2
GRID = SIDE // PATCH
TOKENS, VALUES = GRID * GRID, PATCH * PATCH * CHANNELS
used = 0


def tensor(shape, start, bound):
    """The next weights, float32, as a parameter."""
    global used
    n = int(np.prod(shape))
    k = np.arange(used, used + n, dtype=np.float64)
    f = 43758.5453 * np.sin(k + 1)
    u = (2 * (f - np.floor(f)) - 1).astype(np.float32)
    used += n
    return nn.Parameter(torch.from_numpy((np.float32(start) + np.float32(bound) * u).reshape(shape)))


class Linear(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.weight, self.bias = tensor((o, i), 0, i ** -0.5), tensor((o,), 0, i ** -0.5)

    def forward(self, x):
        return nn.functional.linear(x, self.weight, self.bias)


class Positions(nn.Module):
    def __init__(self):
        super().__init__()
        self.position = tensor((TOKENS, DIM), 0, 0.1)

    def forward(self, x):
        return x + self.position


class Norm(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale, self.shift = tensor((DIM,), 1, 0.1), tensor((DIM,), 0, 0.1)

    def forward(self, x):
        return nn.functional.layer_norm(x, (DIM,), self.scale, self.shift)


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.n1 = Norm()
        self.ask, self.mix = Linear(DIM, 3 * DIM), Linear(DIM, DIM)
        self.n2 = Norm()
        self.up, self.down = Linear(DIM, 2 * DIM), Linear(2 * DIM, DIM)

    def forward(self, x):
        n, t, _ = x.shape
        q, k, v = self.ask(self.n1(x)).view(n, t, 3, HEADS, DIM // HEADS).permute(2, 0, 3, 1, 4)
        a = torch.softmax(q @ k.transpose(-1, -2) * (DIM // HEADS) ** -0.5, -1) @ v
        x = x + self.mix(a.transpose(1, 2).reshape(n, t, DIM))
        return x + self.down(nn.functional.gelu(self.up(self.n2(x))))


class Vit(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed, self.positions = Linear(VALUES, DIM), Positions()
        self.below, self.n1 = nn.ModuleList([Block(), Block()]), Norm()
        self.bottleneck, self.tokens = Linear(TOKENS * DIM, WIDTH), Linear(WIDTH, TOKENS * DIM)
        self.above, self.n2 = nn.ModuleList([Block()]), Norm()
        self.patches = Linear(DIM, VALUES)

    def forward(self, x):
        cut = x.view(-1, CHANNELS, GRID, PATCH, GRID, PATCH).permute(0, 2, 4, 1, 3, 5)
        x = self.positions(self.embed(cut.reshape(-1, TOKENS, VALUES)))
        for block in self.below:
            x = block(x)
        x = self.tokens(self.bottleneck(self.n1(x).flatten(1)))
        x = nn.functional.gelu(x).view(-1, TOKENS, DIM)
        for block in self.above:
            x = block(x)
        x = torch.sigmoid(self.patches(self.n2(x)))
        return x.view(-1, GRID, GRID, CHANNELS, PATCH, PATCH).permute(0, 3, 1, 4, 2, 5).flatten(1)


size = CHANNELS * SIDE * SIDE
i, p = np.arange(BATCH * STEPS)[:, None], np.arange(size)[None]
pictures = torch.from_numpy((0.5 + 0.5 * np.sin(0.37 * i + 0.011 * (i % 7 + 1) * p)).astype(np.float32))
vit = Vit()
adam = torch.optim.Adam(vit.parameters(), lr=1e-3)
losses = []
for step in range(STEPS):
    x = pictures[step * BATCH:(step + 1) * BATCH]
    loss = nn.functional.mse_loss(vit(x), x)
    adam.zero_grad()
    loss.backward()
    if step == 0:
        gradients = torch.cat([w.grad.flatten() for w in vit.parameters()]).double()
        chosen = gradients[::997].tolist()
        print("parameters", used, "largest gradient %.6g" % gradients.abs().max())
        print("norm %.8g" % gradients.norm())
        print("gradients", ", ".join("%.6g" % g for g in chosen))
    adam.step()
    losses.append(loss.item())
print("losses", ", ".join("%.7g" % v for v in losses))
