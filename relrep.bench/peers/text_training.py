"""The peer of `relrep bench text`: the network of text-average in PyTorch, on one thread.

Started with a file of lines 'CLASS WORD WORD ...'. Answers each line 'absolute' or 'relative' with
'wall cpu accuracy' of one training, seconds and the accuracy on the training texts. Words are made
numbers before, outside the clock.
"""
import collections
import math
import sys
import time

import torch
from torch import nn

EMBEDDING, WIDTH, TOKENS, WORDS = 48, 48, 32, 3000
BATCH, EPOCHS, ANCHORS, EVERY = 64, 30, 128, 10
RATE, DECAY, CLIP, WARM = 5e-3, 0.01, 1.0, 0.05


def read(path):
    lines = [line.split() for line in open(path, encoding="utf-8")]
    counts = collections.Counter(word for line in lines for word in line[1:])
    known = [word for word, count in counts.most_common(WORDS) if count >= 2]
    number = {word: i + 2 for i, word in enumerate(known)}
    ids = torch.zeros(len(lines), TOKENS, dtype=torch.long)
    for row, line in enumerate(lines):
        for place, word in enumerate(line[1 : TOKENS + 1]):
            ids[row, place] = number.get(word, 1)
    return ids, torch.tensor([int(line[0]) for line in lines]), len(number) + 2


class Encoder(nn.Module):
    def __init__(self, words):
        super().__init__()
        self.embedding = nn.Embedding(words, EMBEDDING, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=0.03)
        self.layers = nn.Sequential(
            nn.Linear(EMBEDDING, 48), nn.GELU(), nn.Linear(48, WIDTH), nn.LayerNorm(WIDTH))

    def forward(self, ids):
        there = (ids > 0).unsqueeze(-1).float()
        mean = (self.embedding(ids) * there).sum(1) / there.sum(1).clamp(min=1)
        return self.layers(mean)


def train(ids, labels, words, relative):
    classes = int(labels.max()) + 1
    encoder = Encoder(words)
    head = nn.Linear(ANCHORS if relative else WIDTH, classes)
    normal = nn.BatchNorm1d(WIDTH, affine=False)
    parameters = [*encoder.parameters(), *head.parameters()]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * math.ceil(len(ids) / BATCH)
    warm = max(1, round(WARM * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda s: (s + 1) / warm if s < warm
        else 0.5 * (1 + math.cos(math.pi * (s - warm) / (steps - warm))))
    anchors = ids[torch.randperm(len(ids))[:ANCHORS]]
    embedded, step = None, 0

    def similarities(latents):
        a = (embedded - normal.running_mean) / torch.sqrt(normal.running_var + normal.eps)
        return nn.functional.normalize(normal(latents)) @ nn.functional.normalize(a).T

    for _ in range(EPOCHS):
        for rows in torch.randperm(len(ids)).split(BATCH):
            if relative and step % EVERY == 0:
                encoder.eval()
                with torch.no_grad():
                    embedded = encoder(anchors)
                encoder.train()
            latents = encoder(ids[rows])
            scores = head(similarities(latents) if relative else latents)
            loss = nn.functional.cross_entropy(scores, labels[rows])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, CLIP)
            optimiser.step()
            schedule.step()
            step += 1
    with torch.no_grad():
        latents = encoder.eval()(ids)
        normal.eval()
        scores = head(similarities(latents) if relative else latents)
    return float((scores.argmax(1) == labels).float().mean())


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    ids, labels, words = read(sys.argv[1])
    for line in sys.stdin:
        wall, cpu = time.perf_counter(), time.process_time()
        accuracy = train(ids, labels, words, line.strip() == "relative")
        print(time.perf_counter() - wall, time.process_time() - cpu, accuracy, flush=True)


main()
