/** Findings as results of the log. */
import type { CrossFinding, Finding } from '@jiheng/audit'
import { repairLines } from '../wording/repair.ts'
import { kindWords, severityWords } from '../wording/words.ts'
import { fixesOf } from './fixes.ts'
import { type JsonObject, plain } from './json.ts'
import { type Artifact, artifactLocation, locationOf, relatedLocation } from './locations.ts'
import { levels, ruleIndex } from './rules.ts'

export function resultOf(finding: Finding, artifact: Artifact): JsonObject {
  const [accused, ...others] = finding.quotes
  const related = [
    ...others.map((quote) => ({ quote, message: quote.text })),
    ...finding.related.map(({ quote, message }) => ({ quote, message })),
  ].map(({ quote, message }, at) => relatedLocation(at + 1, quote, artifact, message))
  return {
    ...common(finding),
    locations: accused === undefined ? undefined : [locationOf(accused, artifact)],
    relatedLocations: related.length > 0 ? related : undefined,
    fixes: fixesOf(finding, artifact),
  }
}

/** It stands in the later report; the earlier one is where the same words are. */
export function crossResultOf(finding: CrossFinding, artifact: Artifact, other: Artifact): JsonObject {
  const [accused] = finding.quotes
  const { line } = finding.other
  return {
    ...common(finding),
    locations: [
      accused === undefined ? { physicalLocation: { artifactLocation: artifactLocation(artifact) } } : locationOf(accused, artifact),
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: { artifactLocation: artifactLocation(other), ...(line > 0 ? { region: { startLine: line } } : {}) },
        message: { text: '相同段落所在的另一份报告' },
      },
    ],
  }
}

function common(finding: Finding): JsonObject {
  const { id, check, kind, severity, title, message, computation, steps, expected, repair, confidence } = finding
  const repairs = repairLines(finding)
  return {
    ruleId: check,
    ruleIndex: ruleIndex(check),
    level: levels[severity],
    message: plain(message === '' ? title : message),
    partialFingerprints: { 'jihengFinding/v1': id },
    properties: {
      title,
      kind,
      kindWord: kindWords[kind],
      severityWord: severityWords[severity],
      confidence,
      computation,
      steps: steps.map(({ say }) => say),
      expected,
      ...(repair === null
        ? {}
        : {
            repair: { from: repair.from, to: repair.to, reason: repair.reason },
            ...(repairs.length > 0 ? { repairWords: repairs } : {}),
          }),
    },
  }
}
