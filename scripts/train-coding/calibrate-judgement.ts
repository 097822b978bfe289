/**
 * Trains the judgement of mentions so that its confidence is the share that is right: the curve from logistic
 * chance to share is fitted on cases that the model of their fold has not seen.
 *
 * In: cases with folds. Out: the model of all cases with that curve. Pools of equal size, made to rise by pooling
 * adjacent violators (Ayer et al. 1955; Zadrozny, Elkan 2002). The curve rises everywhere, and thresholds are moved
 * along it, so no draft is kept or set aside otherwise than without it.
 */
import {
  alongCurve,
  chanceOf,
  type JudgementModel,
  type Knot,
} from "../../src/coding/judgement/judgement-model.ts";
import { type JudgementOptions, type JudgementRow, trainJudgement } from "./train-judgement.ts";

/** Pools before those that fall are joined. */
const POOLS = 15;
/** Least rise from knot to knot: equal chances would lose their order. */
const RISE = 0.001;

/** The model of the cases, calibrated. */
export function trainCalibrated(
  cases: readonly (JudgementRow & { readonly fold: number })[],
  options: JudgementOptions,
): JudgementModel {
  const seen = [...new Set(cases.map(({ fold }) => fold))].flatMap((fold) => {
    const model = trainJudgement(
      cases.filter((one) => one.fold !== fold),
      options,
    );
    return cases
      .filter((one) => one.fold === fold)
      .map(({ features, right }) => ({ chance: chanceOf(model, features), right }));
  });
  const curve = curveOf(seen);
  const along = (chance: number) => Math.round(alongCurve(curve, chance) * 1e4) / 1e4;
  const { silent, ...model } = trainJudgement(cases, options);
  return {
    ...model,
    floor: along(model.floor),
    rescue: along(model.rescue),
    ...(silent === undefined ? {} : { silent: along(silent) }),
    curve,
  };
}

/** Knots of the rising curve through the pools. */
export function curveOf(
  cases: readonly { readonly chance: number; readonly right: boolean }[],
): readonly Knot[] {
  const sorted = [...cases].sort((a, b) => a.chance - b.chance);
  const pools: { chance: number; right: number; size: number }[] = [];
  for (let pool = 0; pool < POOLS; pool++) {
    const some = sorted.slice(
      Math.floor((pool * sorted.length) / POOLS),
      Math.floor(((pool + 1) * sorted.length) / POOLS),
    );
    if (some.length === 0) continue;
    let last = {
      chance: some.reduce((sum, one) => sum + one.chance, 0),
      right: some.filter((one) => one.right).length,
      size: some.length,
    };
    for (let before = pools.at(-1); before !== undefined; before = pools.at(-1)) {
      if (before.right / before.size < last.right / last.size) break;
      pools.pop();
      last = {
        chance: last.chance + before.chance,
        right: last.right + before.right,
        size: last.size + before.size,
      };
    }
    pools.push(last);
  }
  let least = 0;
  return pools.map(({ chance, right, size }): Knot => {
    const share = Math.min(1 - RISE, Math.max(least + RISE, right / size));
    least = share;
    return [Math.round((chance / size) * 1e4) / 1e4, Math.round(share * 1e4) / 1e4];
  });
}
