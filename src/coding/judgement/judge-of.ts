/**
 * The judge of one sentence's drafts: confidence by the model instead of the
 * vote of the rules. In: tree, all drafts, model. Out: what chooseDrafts asks for.
 */
import type { Judge } from "../mentions/choose.ts";
import type { Draft } from "../mentions/drafts.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import type { Tree } from "../tree/tree.ts";
import { judgementFeatures } from "./judgement-features.ts";
import { chanceOf, type JudgementModel } from "./judgement-model.ts";

/** The judge of the drafts. */
export function judgeOf(
  tree: Tree,
  drafts: readonly Draft[],
  index: RuleIndex,
  model: JudgementModel,
): Judge {
  return {
    floor: model.floor,
    rescue: model.rescue,
    ...(model.silent === undefined ? {} : { silent: model.silent }),
    confidenceOf: (draft) =>
      Math.round(chanceOf(model, judgementFeatures(tree, draft, drafts, index)) * 1000) / 1000,
  };
}
