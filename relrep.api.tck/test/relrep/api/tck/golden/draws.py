"""The numbers that GoldenDraws draws, bit for bit, in NumPy.

A seed is relrep's Seed: a branch is the FNV-1a hash of its name, mixed by the finaliser of SplitMix64. A stream of a
seed is SplitMix64 itself, and each of its numbers gives 24 bits.
"""
import numpy as np

MASK, GAMMA = 2**64 - 1, 0x9E3779B97F4A7C15


def mix(z):
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


def branch(seed, *names):
    for name in names:
        fnv = 0xCBF29CE484222325
        for byte in name.encode():
            fnv = (fnv ^ byte) * 0x100000001B3 & MASK
        seed = mix(mix(seed) ^ fnv)
    return seed


def bits(seed, count):
    """24 bits each, as int64."""
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GAMMA)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return ((z ^ (z >> np.uint64(31))) >> np.uint64(40)).astype(np.int64)


def uniform(seed, *shape):
    """0 to 1 without 1."""
    return (bits(seed, int(np.prod(shape))) * 2.0**-24).reshape(shape)


def noise(seed, *shape):
    """The sum of four uniforms about 0, with a variance of about 1."""
    four = bits(seed, 4 * int(np.prod(shape))).reshape(-1, 4).sum(1)
    return ((four - (2**25 - 2)) * 2.0**-24 * 1.75).reshape(shape)
