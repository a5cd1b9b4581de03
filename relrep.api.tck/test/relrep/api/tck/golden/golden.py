"""Writes golden.properties: answers in float64 on drawn inputs, by NumPy and SciPy, with the tolerance of each.

Nothing here is relrep's: every value follows its definition. Inputs are drawn by draws.py, which has the same bits as
GoldenInput in Java; the file has their CRC-32, and GoldenInput compares it.

    python3 golden.py > ../../../../../src/relrep/api/tck/golden/golden.properties
"""
import sys
import zlib

import numpy as np
import scipy
from scipy.sparse.csgraph import minimum_spanning_tree
from scipy.spatial.distance import cdist

from draws import branch, noise, uniform

out = {}


def array(name, a, tolerance, at=((0, 0), (1, 7), (123, 45), (-1, -1))):
    """Shape, some entries, sums, the largest, and the sum of the entries times uniform weights from -1 to 1."""
    a = np.asarray(a, np.float64)
    a = a[:, None] if a.ndim == 1 else a
    n, d = a.shape
    entries = [(i % n, j % d) for i, j in at]
    out[f"{name}.shape"] = f"{n} {d}"
    out[f"{name}.entries"] = "; ".join(f"{i} {j} {float(a[i, j])!r}" for i, j in entries)
    weights = 2 * uniform(branch(1, "weights"), n, d) - 1
    for key, value in dict(sum=a.sum(), absolute=np.abs(a).sum(), largest=np.abs(a).max(), weighted=(a * weights).sum()).items():
        out[f"{name}.{key}"] = repr(float(value))
    out[f"{name}.tolerance"] = tolerance


def value(name, v, tolerance):
    out[f"{name}.value"] = repr(float(v))
    out[f"{name}.tolerance"] = tolerance


def numbers(name, list_):
    out[f"{name}.list"] = " ".join(repr(v) for v in list_)


def drawn(name, rows, width, classes, spread, noisy, turns=12):
    """Clusters with uneven scales and an offset, and the same points turned, stretched, moved and made noisy."""
    seed = branch(1, name)
    means = noise(branch(seed, "means"), classes, width) * spread
    scale = 0.25 + 1.5 * uniform(branch(seed, "scale"), width)
    offset = noise(branch(seed, "offset"), width) * 0.5
    labels = (uniform(branch(seed, "labels"), rows) * classes).astype(np.int64)
    x = ((means[labels] + noise(branch(seed, "points"), rows, width)) * scale + offset).astype(np.float32)
    z = x.astype(np.float64)
    for _ in range(turns):
        even, odd = z[:, 0::2].copy(), z[:, 1::2].copy()
        z[:, 0::2], z[:, 1::2] = 0.8 * even - 0.6 * odd, 0.6 * even + 0.8 * odd
        z = z[:, (np.arange(width) * 7 + 3) % width]
    shift = noise(branch(seed, "shift"), width) * 0.25
    y = (1.5 * (z + noisy * noise(branch(seed, "twin"), rows, width)) + shift).astype(np.float32)
    crc = zlib.crc32(labels.astype("<i4").tobytes(), zlib.crc32(y.astype("<f4").tobytes(), zlib.crc32(x.astype("<f4").tobytes())))
    for key, v in dict(rows=rows, width=width, classes=classes, spread=spread, noise=noisy, turns=turns, crc=crc).items():
        out[f"input/{name}.{key}"] = v
    return x.astype(np.float64), y.astype(np.float64), labels


def unit(z):
    return z / np.linalg.norm(z, axis=1, keepdims=True)


def similarities():
    for width, k in ((48, 300), (384, 300), (768, 1000)):
        x, _, _ = drawn(f"points{width}", 3001, width, 10, 1.0, 0.125)
        a = x[np.arange(k) * len(x) // k]
        array(f"cosine/{width}", unit(x) @ unit(a).T, 2e-6)
        mean, deviation = x.mean(0), np.sqrt(x.var(0) + 1e-5)
        array(f"robust-cosine/{width}", unit((x - mean) / deviation) @ unit((a - mean) / deviation).T, 5e-6)
        array(f"euclidean/{width}", cdist(x, a), 2e-6)


def aligners():
    for width in (384, 768):
        all_x, all_y, _ = drawn(f"pairs{width}", 2000, width, 10, 1.0, 0.125)
        for n in (300, 2000):
            x, y = all_x[:n], all_y[:n]
            mean_x, mean_y = x.mean(0), y.mean(0)
            u, _, vt = np.linalg.svd((x - mean_x).T @ (y - mean_y))
            turn = u @ vt
            error = (x - mean_x) @ turn + mean_y - y
            value(f"rigid/{n}/{width}/error", np.sqrt((error**2).sum(1).mean()), 1e-5)
            w = np.linalg.lstsq(x, y, rcond=None)[0]
            array(f"linear/{n}/{width}", w, 1e-3)
            if n > width:
                array(f"rigid/{n}/{width}", turn, 2e-4)
                value(f"linear/{n}/{width}/error", np.sqrt(((x @ w - y) ** 2).sum(1).mean()), 1e-5)


def nearest(among, queries):
    cosines = unit(queries) @ unit(among).T
    order = np.argsort(-cosines, 1, kind="stable")[:, :11]
    gaps = -np.diff(np.take_along_axis(cosines, order, 1), axis=1)
    assert gaps.min() > 1e-12, f"the order is open within {gaps.min()}"
    return order[:, :10]


def jaccard(a, b):
    shared = (a[:, :, None] == b[:, None, :]).sum((1, 2))
    return np.mean(shared / (20 - shared))


def cka(a, b):
    a, b = a - a.mean(0), b - b.mean(0)
    return np.linalg.norm(b.T @ a) ** 2 / (np.linalg.norm(a.T @ a) * np.linalg.norm(b.T @ b))


def pairs():
    x, y, _ = drawn("neighbours384", 4001, 384, 100, 1.0, 0.25)
    of_x, of_y = nearest(x, x), nearest(y, y)
    numbers("neighbours", [int(i) for q in (0, 1, 4000) for i in of_x[q]])
    value("jaccard/within-self", jaccard(of_x, of_y), 2e-5)
    value("jaccard/target-query", jaccard(of_y, nearest(y, x)), 2e-5)
    value("cosine-index", (unit(x) * unit(y)).sum(1).mean(), 1e-5)
    value("cka/1000", cka(x[:1000], y[:1000]), 1e-5)
    value("cka/4001", cka(x, y), 1e-5)
    p, q, _ = drawn("ranks300", 4001, 300, 100, 1.0, 9.0, turns=0)
    cosines = unit(p) @ unit(q).T
    rank = 1 + (cosines > np.diag(cosines)[:, None]).sum(1)
    value("mrr", (1 / rank).mean(), 1e-4)


def spaces():
    for width, spread in ((2, 3.0), (50, 1.0)):
        x, _, labels = drawn(f"classes{width}", 4001, width, 10, spread, 0.0625)
        distances = cdist(x, x)
        count = np.bincount(labels)
        mean = distances @ np.eye(10)[labels]
        row = np.arange(len(x))
        within = mean[row, labels] / (count[labels] - 1)
        mean /= count
        mean[row, labels] = np.inf
        nearest_other = mean.min(1)
        samples = (nearest_other - within) / np.maximum(nearest_other, within)
        value(f"silhouette/{width}", samples.mean(), 1e-5)
        numbers(f"silhouette/{width}/samples", [float(samples[i]) for i in (0, 1, -1)])
    for n in (1000, 4001):
        deaths = np.sort(minimum_spanning_tree(cdist(x[:n], x[:n])).data)
        array(f"death-times/{n}", deaths, 2e-6, ((0, 0), (1, 0), (n // 2, 0), (-1, 0)))


similarities()
aligners()
pairs()
spaces()
print(f"# By golden.py with NumPy {np.__version__} and SciPy {scipy.__version__}, in float64.")
for name, v in out.items():
    print(f"{name}={v}")
