import type { Calls } from "./calls.js";
import { profileOf } from "./calls-of-texts.js";
import { NOW, type ValidWorld } from "./world.js";

/** Valid calls of what finds, plans and learns. */
export function callsOfPlans(w: ValidWorld): Calls {
  const { signal, request } = w;
  const decisions = [{ a: "ann", b: "cai", same: false }];
  const hops = { k: 3, maxHops: 3 };
  const full = {
    ...{
      ...request,
      ...hops,
      value: 3,
      diversity: { maxPerConnector: 1, disjoint: false },
      exclude: ["sam"],
      decisions,
    },
    ...{ headcount: 40, inferTies: true, maskKey: "0123456789abcdef", signal },
  };
  const { target: _, maskKey: __, ...next } = full;
  const seen = { seeker: "me", now: NOW };
  const aims = [{ target: "bob", value: 3 }, { target: "cai" }];
  const work = {
    capacity: [{ connector: "ann", capacity: 2 }],
    budget: 9,
    asksPerWeek: 3,
    asksPerDay: 2,
    horizonDays: 60,
  };
  const campaign = {
    ...{
      ...work,
      ...hops,
      now: NOW,
      goal: "prospects",
      profile: profileOf(),
      limits: { perTarget: 2 },
      signal,
    },
    onProgress: () => undefined,
  };
  const options = {
    ...{ network: w.network, journal: w.journal, profile: w.profile, askKey: "0123456789abcdef" },
    settings: { ties: { strength: { base: -1 } }, asking: { leastCrowd: 3 } },
    policy: { recentAskDays: 20, connectors: [{ connector: "ann", minimumValue: 1, reluctance: 0.1 }] },
  };
  const change = { person: "ann", from: "Acme", to: "Hooli", seenBetween: ["2026-01-01", "2026-05-01"] };
  const planner: Calls = {
    new: [options],
    ".fromJSON": [w.planner.toJSON(), { suppression: w.suppression, askKey: "0123456789abcdef" }],
    "#find": [{ name: "Ann", company: "Acme" }, { seeker: "me" }],
    "#name": ["ann", { seeker: "me" }],
    "#plan": [full],
    "#account": [{ ...seen, company: "Acme", roles: ["CEO"], value: 3, ...hops, exclude: ["sam"], signal }],
    "#draft": [w.ask, { reason: "r", offer: "o", channel: "email", locale: w.german, now: NOW }],
    "#record": [{ id: "new", type: "thanks.sent", at: NOW, ask: w.ask.id }],
    "#recordAll": [[{ id: "new", type: "thanks.sent", at: NOW, ask: w.ask.id }]],
    "#next": [
      { ...next, limit: 4, goals: ["prospects"], profile: profileOf(), changes: [change], locale: w.german },
    ],
    "#standing": [{ ...seen, counterpart: "ann" }],
    "#erase": ["ann", { names: ["Ann Lee"] }],
    "#toJSON": [],
    "#planFrom": [w.source, { ...full, maxArcs: 500 }],
    "#reach": [{ ...seen, targets: ["bob", { name: "Cai Wu" }], maxHops: 3, joint: true }],
    "#prospects": [{ ...seen, profile: profileOf(), limit: 3, maxHops: 3 }],
    "#campaign": [{ ...campaign, seeker: "me", targets: aims }],
    "#team": [{ ...campaign, seekers: ["me", "sam"], targets: aims }],
    "#worthAsking": [full],
    "#tieToWarm": [full],
    "#tieToMake": [{ ...seen, targets: ["bob"], limit: 3 }],
    "#reviews": [{ ...seen, sought: ["Ann"], decisions }],
    "#unasked": [{ seeker: "me", notNow: ["x"] }],
    "#schedule": [
      w.plan,
      { from: NOW, medium: "email", calendar: { weekdays: [1, 2] }, delays: new Map([["ann", [2]]]) },
    ],
    "#giveFirst": [{ ...seen, targets: ["bob"], contacts: 3, among: ["ann"] }],
    "#pairs": [{ ...seen, among: ["ann", "cai"], event: "Fair", limit: 3 }],
    "#reveal": [w.ask, { maskKey: "0123456789abcdef" }],
    "#touchPlan": [seen],
    "#ladder": [seen],
    "#workflow": [seen],
    "#learn": [{ now: NOW }],
    "#forget": [],
    "#compile": [{ now: NOW, signal }],
  };
  return {
    ...Object.fromEntries(
      Object.entries(planner).map(([key, given]) => [
        key === "new" ? "new IntroductionPlanner" : `IntroductionPlanner${key}`,
        given,
      ]),
    ),
    ...callsOfSearch(w),
    ...callsOfPlanning(w),
    ...callsOfLearning(w),
  };
}

function callsOfSearch(w: ValidWorld): Calls {
  const { index, signal, scratch, compiled } = w;
  const arcs = { sources: [0], targets: [3], probabilities: [0.25] };
  const blocked = { blockedNodes: [2], blockedArcs: [[1, 2]], overlay: arcs, signal, scratch };
  const inference = { leastSharedDays: 30, leastCommon: 1 };
  const found = {
    ...{ seekers: ["me"], k: 3, maxHops: 3, exclude: new Set(["sam"]), headcount: 40, inference, signal },
    ...{ askContext: () => ({}), tieShown: () => undefined, maxScanned: 500, onStopped: () => undefined },
  };
  const ends = { sources: ["me"], targets: ["bob"], k: 3, maxHops: 3, maxArcs: 500, signal };
  const run = async (): Promise<readonly object[]> => [{ src: "me", dst: "ann", probability: 0.5 }];
  return {
    "new ArcIndex": [{}],
    "ArcIndex.build": [
      { nodeCount: 4, ...arcs },
      { progress: () => undefined, signal, shared: false },
    ],
    "ArcIndex.fromBuffer": [index.buffer],
    "ArcIndex#probability": [0, 1],
    "ArcIndex#setProbability": [0, 1, 0.5],
    bestPath: [index, { source: 0, target: 3, maxHops: 3, ...blocked }],
    kBestPaths: [
      index,
      {
        sources: [0],
        targets: [3],
        k: 2,
        maxHops: 3,
        budget: { maxVisited: 99, maxScanned: 99 },
        ...blocked,
      },
    ],
    reach: [index, { sources: [0], maxHops: 3, ...blocked }],
    withArcs: [index, arcs],
    renumbered: [index, Int32Array.of(0, 1, 2, 3), 4],
    "new SearchScratch": [],
    compileNetwork: [w.network, { now: NOW, settings: { ties: { strength: { base: -1 } } }, signal }],
    compiledOn: [
      w.network,
      {
        now: NOW,
        tieModel: { strength: { base: -1 } },
        companyAliases: [["Acme", "Acme Corp"]],
        previous: compiled,
        signal,
      },
    ],
    familiarityOf: [{ inferred: false, evidence: w.evidence }],
    findPaths: [compiled, { ...found, target: w.persons[3] }],
    findPathsSharing: [compiled, { ...found, target: w.persons[3] }, w.shared],
    inferTies: [compiled, { seekers: ["me"], target: w.persons[3], headcount: 40, inference }],
    maskId: ["ann", "0123456789abcdef"],
    maskPath: [compiled, w.path, { viewers: ["me"], key: "0123456789abcdef", leastCrowd: 3 }],
    replaceIds: [w.path, new Map([["ann", "x"]])],
    networkArcs: [w.network, { now: NOW, tieModel: { strength: { base: -1 } } }],
    reachOverNewTies: [compiled, { ...found, k: undefined, targets: [w.persons[3]] }, w.evidence],
    reachTargets: [compiled, { ...found, k: undefined, targets: [w.persons[3]] }],
    newSharedWork: [],
    arcsOf: [w.network, { now: NOW, tieModel: { strength: { base: -1 } } }],
    findPathsIn: [w.source, ends],
    memoryNeighborSource: [w.arcs, w.persons],
    sqlNeighborSource: [run, { table: "t", people: "p" }],
  };
}

function callsOfPlanning(w: ValidWorld): Calls {
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: ["2026-12-25"] };
  const timing = { calendar, halfLife: { email: 1 }, leastDelay: 2 };
  const costs = { model: { attention: 0.1 }, priceOf: () => 1, isColleague: () => false, riskOf: () => 0.1 };
  const ready = { gate: "open", unmet: [], trustLoss: 0.1, readyAt: NOW };
  const input = {
    ...{ ...w.planInput, costs, readiness: new Map([["x", ready]]), maxStates: 500, signal: w.signal },
    ...{ answers: [{ asker: "me", asked: "ann", answer: "yes", chance: 0.5 }], named: new Map([["a", "b"]]) },
    ...{ direct: 0.05, titleOf: () => "CEO", askKey: "0123456789abcdef" },
  };
  const gift = { kind: "article", receivers: ["ann"], size: 0.1, chance: 0.9, dueOn: NOW };
  const blackouts = [{ from: "2026-07-01", to: "2026-07-09" }];
  return {
    jointSuccess: [w.policy],
    jointSuccessBounds: [{ ...w.policy, maxSplits: 50 }],
    solveAskPolicy: [{ ...w.policy, value: 3, maxStates: 500, signal: w.signal }],
    askPrices: [w.policy],
    checkValue: [3],
    unasked: [w.network, w.journal, { seeker: "me", notNow: ["x"] }],
    valueOfDeal: [{ amount: 1000, closeRate: 0.2, favorPointWorth: 100 }],
    planCampaign: [
      {
        targets: [{ id: "t", value: 3, consent: 0.5, cost: 0.1, cold: 0.1 }],
        connectors: [{ id: "c", capacity: 2, readyInDays: 1 }],
        candidates: [
          {
            ...{
              seeker: "me",
              connector: "c",
              target: "t",
              probability: 0.5,
              ifCold: 0.6,
              cost: 0.5,
              readyInDays: 1,
            },
            via: { id: "v", probability: 0.5, ifCold: 0.6 },
          },
        ],
        ...{ start: NOW, limits: { perTarget: 2 }, calendar, onProgress: () => undefined, signal: w.signal },
      },
    ],
    addWorkingDays: [20_000, 3, calendar],
    answerHalfLife: ["email", [2, 3], timing],
    chanceAfterSilence: [0.5, 3, 2],
    waitingDays: [
      {
        sentOn: NOW,
        probability: 0.5,
        medium: "email",
        delays: [2],
        remindedOn: NOW,
        calendar,
        model: timing,
      },
    ],
    askReadiness: [
      {
        ...{
          day: NOW,
          target: "bob",
          kind: "first",
          gate: "open",
          gateUnmet: ["deposit"],
          strength: 0.5,
          blackouts,
        },
        pastAsks: [
          { askedOn: "2026-01-01", target: "bob", kind: "first", answer: "yes", answeredOn: "2026-01-03" },
        ],
        ...{
          trustLoss: 0.1,
          trustLimit: 0.5,
          nurturedOn: "2026-01-01",
          minimumValue: 1,
          value: 3,
          openForTarget: 0,
        },
        ...{ parallel: true, rules: { cooldownDays: 30 } },
      },
    ],
    isReady: [ready, NOW],
    scheduleAsks: [
      w.plan.asks,
      {
        from: NOW,
        calendar,
        medium: "email",
        warmFirst: new Map([["ann", 3]]),
        delays: new Map([["ann", [2]]]),
        model: timing,
      },
    ],
    chanceThrough: [{ paths: w.paths, costs, answers: input.answers }, () => true],
    legKey: [{ asker: "me", asked: "ann" }],
    legsOf: [w.paths],
    withConsents: [w.paths, () => 0.5],
    beatsDirect: [{ cost: 1, probability: 0.5 }, 0.1, 3],
    diversePaths: [w.paths, { k: 2, maxPerConnector: 1, disjoint: false }],
    planAsks: [input],
    planAsksForAny: [[input]],
    planRoutes: [w.paths, costs],
    tieAsk: ["me"],
    willingAsk: ["me"],
    plannedAskFor: [input, "me", w.ask.connector],
    brokerablePairs: [
      { contacts: ["ann", "cai"], tied: () => false, fit: () => 0.5, leastFit: 0.1, most: 5 },
    ],
    rankGifts: [
      {
        ...{
          seeker: "me",
          day: NOW,
          gifts: [gift],
          plans: [input],
          priceAfter: () => 0.5,
          plansAfter: () => [input],
        },
        readinessAfter: () => ready,
      },
    ],
    readinessKey: ["me", "ann"],
    expectedTrustLoss: [
      { strength: 0.5, consent: 0.5, recentAsks: 1 },
      { refused: 0.1, recentAsk: 0.1, limit: 0.5 },
    ],
    whatWouldFlip: [input, w.plan],
  };
}

function callsOfLearning(w: ValidWorld): Calls {
  const { cases, requests, settings, insights, network, outcomes, profile } = w;
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: ["2026-12-25"] };
  const weighing = { now: NOW, halfLifeDays: 180, silenceHalfLives: { email: 2 }, calendar };
  const rates = { ...weighing, priorStrength: 4, connectorPriorStrength: 4 };
  const points = outcomes.map(({ predicted, result }) => ({
    predicted,
    success: result === "yes" ? 1 : 0,
    weight: 1,
  }));
  const reading = {
    ...{ seeker: "me", now: NOW, journal: w.journal, limit: 3, ties: { strength: { base: -1 } } },
    ...{ companyAliases: [["Acme", "Acme Corp"]], settings: { leastContacts: 1 } },
  };
  const asked = {
    ...{ now: NOW, from: "2026-01-01", team: ["me"], viewer: "me", network, goals: { weekly: 3 } },
    ...{ planned: [{ probability: 0.5, source: "fair" }], settings: { leastLeads: 1 } },
  };
  const hub = { between: ["ann", "cai"], day: 20_000 };
  const model = { model: { strength: { base: -1 } } };
  const dated = { now: NOW, ...model };
  const consents = { strength: 0.5, role: "first", neverSpoken: 0.1, standing: 0.2, reluctance: 0.1 };
  const consent = {
    ...{
      ...consents,
      strengthInterval: [0.4, 0.6],
      introducedBefore: 1,
      index: 1,
      targetHeadcount: 40,
      medium: "email",
    },
    ...{
      timing: 0.3,
      quality: 0.5,
      recentAsks: 1,
      risk: 0.1,
      effort: 1,
      incentive: "giver",
      endorsement: "forward",
    },
    ...{ learned: { connector: 0.1 }, ownEstimate: 0.5 },
  };
  const guess = { tieProbability: 0.5, consentIfTied: 0.4, consentIfNot: 0.1, willing: 0.5 };
  const estimate = { id: "a", probability: 0.5, interval: [0.4, 0.6] };
  const consentAt = (strength: number): number => strength;
  return {
    adoption: [requests],
    alertActions: [{ openWith: "touch", people: ["ann"] }, w.actions, network],
    alerts: [insights, { cases, requests, acts: [{ day: 20_000, event: "e" }] }, settings],
    cadence: [[20_000, 20_007], [{ from: 20_000, to: 20_009 }], { today: 20_100, first: 19_990, settings }],
    channelResults: [requests, 20_600],
    concentration: [new Map([["fair", 3]]), settings],
    control: [cases],
    forecast: [cases, [{ probability: 0.5, source: "fair" }], settings, 20_600],
    stageRates: [cases, settings],
    funnel: [cases, "asked"],
    hub: [
      {
        brokered: [{ broker: "me", ...hub }],
        dealings: [hub],
        thanks: [{ giver: "me", receiver: "ann", day: 20_000 }],
        received: 2,
      },
    ],
    insights: [w.journal, asked],
    "new InsightsFold": [
      w.journal,
      { team: ["me"], network, goals: { weekly: 3 }, settings: { leastLeads: 1 } },
    ],
    "InsightsFold#at": [NOW],
    introductionResults: [cases],
    isActiveSource: ["fair", settings],
    isReferral: ["clients"],
    connectorLoad: [requests, { today: 20_600, yearlyAsks: 4 }],
    losses: [cases],
    dormantConversations: [network, reading],
    networkReadings: [network, reading],
    networkShape: [network, reading],
    reciprocity: [network, reading],
    relationshipHalfLife: [network, reading],
    warmPaths: [network, reading, "Acme"],
    whoCouldVouch: [network, reading],
    nextHour: [insights.sources, settings],
    notEnoughData: [cases, requests, [1, 2], settings],
    requestsOf: [w.tracker, { now: NOW, network }],
    casesOf: [w.journal, w.tracker, settings, { now: NOW, network }],
    sourceResults: [cases, [{ source: "fair", hours: 2, cost: 1 }]],
    stressTest: [insights, "fair"],
    unthanked: [requests],
    betaQuantile: [0.5, 2, 3],
    fitCalibration: [points, { platt: 5, spread: 0.1 }],
    fitLogistic: [
      {
        rows: [
          [1, 0],
          [1, 1],
          [1, 2],
        ],
        outcomes: [0, 1, 1],
        weights: [1, 1, 1],
      },
      { least: 1, prior: [0, 0], ridge: 1 },
    ],
    learnedModel: [profile, { first: 0.1 }],
    learnedShifts: [profile],
    learnedTerms: [profile, { source: "clients", method: "happy-customer", connector: "ann" }],
    learnProfile: [outcomes, { ...rates, thresholds: { platt: 5, spread: 0.1 }, enough: 5 }],
    learnRates: [outcomes, rates],
    learnRatesWith: [w.learning, outcomes, weighing],
    learnWith: [w.learning, outcomes, weighing],
    weighOutcomes: [outcomes, weighing],
    outcomesOfAsks: [w.asked, () => ({ source: "clients" })],
    readProfile: [profile],
    reliabilityTable: [points],
    scoreForecasts: [points],
    wilsonInterval: [3, 5, 1.6],
    colleagueTie: [
      { headcount: 40, colleaguesSeen: 2, sameOffice: true, rank: "vp", otherRank: "chief" },
      model,
    ],
    consent: [consent, model],
    contactDays: [w.evidence, dated],
    explainLeg: [w.leg],
    sourceOf: ["closeness"],
    incentiveEffect: [0.5, "giver", model],
    guessInterval: [{ tied: estimate, tieProbability: 0.5, consentIfNot: 0.1, willing: 0.5 }, w.tieModel],
    inferredConsent: [guess, model],
    learnedGuess: [guess, w.tieModel],
    resolveTieModel: [{ strength: { base: -1 } }],
    areLevel: [[estimate], [estimate]],
    spreadInterval: [[estimate, estimate], ([a = 1, b = 1]: readonly number[]) => a * b],
    "new TieScorer": [dated],
    "TieScorer#strength": [w.evidence],
    "TieScorer#score": [w.evidence, false],
    "TieScorer#scores": [w.evidence],
    "TieScorer#consent": [consents],
    "TieScorer#ofTie": [{ strength: 0.5, neverSpoken: 0.1 }, "relay"],
    tieStrength: [w.evidence, dated],
    tieToWarm: [
      [{ id: "a", evidence: w.evidence, consentAt }],
      ({ a = 0.5 }) => a,
      { ...dated, kinds: ["call"] },
    ],
    silencePosterior: [0.5, 3, "email"],
    timingAfter: [3, model],
    closenessQuestion: [{ id: "a", evidence: w.evidence, consentAt }, dated],
    worthAsking: [
      [
        {
          id: "a",
          answers: [
            { weight: 0.5, consents: { a: 0.2 } },
            { weight: 0.5, consents: { a: 0.8 } },
          ],
        },
      ],
      ({ a = 0.5 }) => a,
    ],
  };
}
