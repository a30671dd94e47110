// Computes a published index again from its raw numbers, in the reader's browser, by the rules of docs/operations/rankings.md;
// with fixed weights the reader may move them. It asks for nothing but the file the page names.
(() => {
  'use strict';

  const page = document.querySelector('[data-gp-recompute]');
  if (!page) return;

  const sum = (list) => list.reduce((total, its) => total + its, 0);
  const known = (values) => values.filter((value) => value !== null && value !== undefined).map(Number);

  const median = (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  };

  const spread = (values) => {
    const mean = sum(values) / values.length;
    const equal = Math.max(...values) === Math.min(...values);
    return { mean, deviation: equal ? 0 : Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length) };
  };

  const formulaOf = (indicator, measure) => {
    const max = indicator.formula === 'z-score' ? 1 : indicator.max ?? 1;
    const [least, greatest] = [Math.min(...measure), Math.max(...measure)];
    const { mean, deviation } = spread(measure);
    const tiers = [...(indicator.tiers ?? [])].sort((a, b) => a.from - b.from);
    return {
      'yes-no': (value) => (value ? max : 0),
      ratio: (value) => max * value,
      tiers: (value) => tiers.filter((tier) => tier.from <= value).at(-1)?.points ?? 0,
      'value/max': (value) => (greatest === 0 ? 0 : (max * value) / greatest),
      'min-max': (value) => (greatest > least ? (max * (value - least)) / (greatest - least) : 0),
      'z-score': (value) => (deviation > 0 ? (value - mean) / deviation : 0),
    }[indicator.formula];
  };

  const pointsOf = (indicator, values, missing) => {
    let measure = known(values);
    if (measure.length === 0) return values.map(() => (missing === 'exclude' ? null : 0));
    let all = values.map((value) => (value === null || value === undefined ? null : Number(value)));
    if (missing === 'median') {
      const middle = indicator.formula === 'yes-no' ? Number(sum(measure) * 2 > measure.length) : median(measure);
      all = all.map((value) => value ?? middle);
      measure = all;
    }

    const points = formulaOf(indicator, measure);
    return all.map((value) => (value === null ? (missing === 'zero' ? 0 : null) : points(value)));
  };

  // The first eigenvector of a symmetric matrix, by Jacobi's rotations.
  const firstVector = (matrix) => {
    const size = matrix.length;
    const a = matrix.map((row) => [...row]);
    const v = a.map((_, i) => a.map((__, j) => Number(i === j)));
    for (let turn = 0; turn < 100; turn++) {
      if (sum(a.flatMap((row, i) => row.map((its, j) => (i === j ? 0 : its * its)))) < 1e-26) break;
      for (let p = 0; p < size; p++) {
        for (let q = p + 1; q < size; q++) {
          if (a[p][q] === 0) continue;
          const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
          const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
          const c = 1 / Math.sqrt(t * t + 1);
          const s = t * c;
          const turnPair = (x, y) => [c * x - s * y, s * x + c * y];
          for (let k = 0; k < size; k++) [a[k][p], a[k][q]] = turnPair(a[k][p], a[k][q]);
          for (let k = 0; k < size; k++) [a[p][k], a[q][k]] = turnPair(a[p][k], a[q][k]);
          for (let k = 0; k < size; k++) [v[k][p], v[k][q]] = turnPair(v[k][p], v[k][q]);
        }
      }
    }

    const first = a.reduce((best, row, i) => (row[i] > a[best][best] ? i : best), 0);
    return v.map((row) => row[first]);
  };

  const byComponent = (points, kind) => {
    const z = points.map((column) => {
      const { mean, deviation } = spread(column);
      return column.map((its) => (deviation > 0 ? (its - mean) / deviation : 0));
    });
    const varying = z.map((_, i) => i).filter((i) => z[i].some((its) => its !== 0));
    const weights = z.map(() => 0);
    if (varying.length > 0) {
      const vector = firstVector(varying.map((i) => varying.map((j) => sum(z[i].map((its, k) => its * z[j][k])) / z[i].length)));
      const sizes = vector.map((its) => (kind === 'pca' ? Math.abs(its) : its * its));
      varying.forEach((i, k) => { weights[i] = sizes[k] / sum(sizes); });
    }

    const totals = points[0].map((_, unit) => sum(weights.map((weight, i) => weight * z[i][unit])));
    const [least, greatest] = [Math.min(...totals), Math.max(...totals)];
    return totals.map((total) => (greatest - least > 1e-12 ? (100 * (total - least)) / (greatest - least) : 0));
  };

  const byWeights = (groups, points) => points[0].map((_, unit) => {
    let [above, below, position] = [0, 0, 0];
    for (const group of groups) {
      let [points100, most] = [0, 0];
      for (const indicator of group.indicators) {
        const its = points[position++][unit];
        if (its === null) continue;
        points100 += indicator.weight * its;
        most += indicator.weight * (indicator.formula === 'z-score' ? 1 : indicator.max ?? 1);
      }

      if (most > 0) {
        above += (group.weight * 100 * points100) / most;
        below += group.weight;
      }
    }

    return below > 0 ? above / below : null;
  });

  const rounded = (score, decimals) => {
    if (score === null) return null;
    const unit = 10 ** decimals;
    const digits = Math.floor(Math.abs(score) * unit + 0.5 + Math.min(1e-12 * unit, 1e-3));
    return digits === 0 ? 0 : (Math.sign(score) * digits) / unit;
  };

  const compute = (index) => {
    const { weights, missing, decimals } = index.method;
    const indicators = index.groups.flatMap((group) => group.indicators);
    const results = [];
    for (const block of new Set(index.units.map((unit) => unit.block))) {
      const units = index.units.filter((unit) => unit.block === block);
      const points = indicators.map((indicator) => pointsOf(indicator, units.map((unit) => unit.values[indicator.name] ?? null), missing));
      const scores = (weights === 'fixed' ? byWeights(index.groups, points) : byComponent(points, weights)).map((score) => rounded(score, decimals));
      units.forEach((unit, i) => results.push({ block, name: unit.name, score: scores[i], rank: scores[i] === null ? null : 1 + scores.filter((other) => other !== null && other > scores[i]).length }));
    }

    return results;
  };

  const number = new Intl.NumberFormat(page.dataset.gpLanguage === 'en' ? 'en-GB' : 'vi-VN', { useGrouping: false, maximumFractionDigits: 12 });
  const verdict = page.querySelector('[data-gp-verdict]');
  const inputs = [...page.querySelectorAll('input[data-gp-group]')];
  const reset = page.querySelector('[data-gp-reset]');

  const show = (results, published) => {
    const differing = results.filter((unit, i) => unit.score !== published[i].score || unit.rank !== published[i].rank).length;
    const moved = inputs.some((input) => input.value !== input.defaultValue);
    verdict.hidden = false;
    verdict.textContent = (moved ? page.dataset.gpMoved : differing ? page.dataset.gpOther : page.dataset.gpSame).replace('{0}', String(moved ? differing : differing || results.length));
    for (const table of page.querySelectorAll('[data-gp-block]')) {
      const rows = new Map([...table.tBodies[0].rows].map((row) => [row.dataset.gpUnit, row]));
      const decimals = published.decimals;
      const its = results.filter((unit) => unit.block === table.dataset.gpBlock).sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
      for (const unit of its) {
        const row = rows.get(unit.name);
        row.querySelector('[data-gp-rank]').textContent = unit.rank ?? '–';
        row.querySelector('[data-gp-score]').textContent = unit.score === null ? '–' : new Intl.NumberFormat(number.resolvedOptions().locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false }).format(unit.score);
        table.tBodies[0].append(row);
      }
    }
  };

  const start = async () => {
    const answer = await fetch(page.dataset.gpRecompute);
    if (!answer.ok) throw new Error(String(answer.status));
    const index = await answer.json();
    const original = JSON.stringify(index.groups);
    const published = index.units.map((unit) => {
      const its = index.published.find((other) => other.name === unit.name && other.block === unit.block);
      return { block: unit.block, name: unit.name, score: its.score, rank: its.rank };
    });
    published.decimals = index.method.decimals;
    const order = (results) => published.map((unit) => results.find((other) => other.name === unit.name && other.block === unit.block));
    const again = () => {
      index.groups = JSON.parse(original);
      for (const input of inputs) {
        const weight = Math.max(0, Number(input.value) || 0);
        const group = index.groups[Number(input.dataset.gpGroup)];
        const owner = input.dataset.gpIndicator === undefined ? group : group.indicators[Number(input.dataset.gpIndicator)];
        if (input.value !== input.defaultValue) owner.weight = weight;
      }

      show(order(compute(index)), published);
    };

    for (const input of inputs) {
      input.readOnly = false;
      input.addEventListener('input', again);
    }

    if (index.method.weights === 'fixed') {
      reset.hidden = false;
      reset.addEventListener('click', () => {
        for (const input of inputs) input.value = input.defaultValue;
        again();
      });
    }

    again();
  };

  start().catch(() => {
    verdict.hidden = false;
    verdict.textContent = page.dataset.gpFailed;
  });
})();
