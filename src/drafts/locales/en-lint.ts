import type { LintWords } from "../language-pack.js";

/** What the lint looks for in English. */
export const ENGLISH_LINT: LintWords = {
  easyOut:
    /\b(no|zero|without) (problem|worries|pressure|hard feelings|obligation|rush|need|is (fine|ok))|\bif (not\b|it('s| is| does|doesn't|isn't)|this (does|is)(n't| not)|you('d| would| ar| do| can|'re not|'re too| prefer| aren't| don't| can't)|now is|the timing|that('s| is) (not|too))|\b(be|feel|you) (open|willing|comfortable|up for|happy (to|with)|ok)\b|\b(would|could) you (consider|imagine|see yourself)|\bfeel free|\b(perfectly|totally|completely|absolutely|quite|entirely|fully) (fine|ok|understand|get)|\bI('ll| will|'d| would)? understand\b|\bonly if\b|\beither way|\b(simple|quick|short|one-word) no\b|\bsay no\b|\bup to you\b|\byour call\b|\bwell enough\b|\bis there (someone|somebody)|\bmay I\b|\bany chance\b|\bwould (it|that|a \w+.{0,30}) (be (ok|okay|all right|alright|fine)|suit)|\bignore this\b|\b(it|that)('s| is) (fine|ok)|\bdo(n't| not) (worry|feel)/i,
  assumedYes:
    /\bthank(s| you) in advance|\blook(ing)? forward to (the|your|being) intro|\bwhen you introduce|\bI know you('ll| will)|\bI (assume|expect|trust|take it)( that)? you|\byou('ll| will) introduce|\blet me know (when|once) (you|it|the intro)|\bI need you to\b|\byou (must|have to|should) (introduce|connect|put)/i,
  begging:
    /\bwho (else )?(do )?you know\b|\bwho (else )?do you know\b|\banyone who\b|\banybody who\b|\blists? of (names|contacts|people|friends|colleagues)\b|\bmight (want|need|buy|like) my (product|service|offer)|\bany referrals?\b|\b(any|some|few|more|three|five|ten|\d+) (names|contacts|referrals)\b|\beveryone you know\b|\ball (of )?your (contacts|connections|friends|network)\b/i,
  issueFrame:
    /\b(facing|faces|dealing with|deals with|struggl(ing|es) with|working on|wrestl(ing|es) with|grappl(ing|es) with|running into|runs into|up against|coping with|stuck (on|with)|trouble with)\b/i,
  sameIssue: /\b(same|similar) ((type|kind|sort)s? of )?(issue|problem|challenge|question)s?\b/i,
  pressure:
    /\bbuy\b(?!-)|\bpitch\b|\bdemo asap\b|\bact now\b|\bguarantee|\blimited time\b|\bdon't miss\b|\bonce in a lifetime\b/i,
  discussed:
    /\bas (we |I )?(discussed|mentioned|agreed|talked|spoke|promised)|\bper our\b|\b(following|after|from|in) our (conversation|chat|call|meeting|talk|discussion)/i,
  pronoun: /\b(he|she|him|her|his|hers)\b/i,
  whoAmI:
    /\bI am\b|\bI'm\b|\bmy name is\b|\bthis is \p{Lu}|\bI (work|run|lead|head|manage|sell|build|founded|help|look after|started)\b|\bwe are\b|\bwe're\b/iu,
  purpose:
    /\bbecause\b|\breasons?\b|\bwhy\b|\babout\b|\bregarding\b|\bsince\b|\bto (discuss|compare|learn|share|show|understand|swap|exchange|explore|find out|hear|ask|talk (about|through)|walk)\b|\b(we|I|could|can) (help|work|built|make|build|reduce|cut|run|saw|noticed|found)\b|\b(noticed|saw|read|heard) (that|you|your|how|about)\b|\b(reaching out|was told|caught my)\b/i,
  benefit:
    /(?<!not )\bfor you\b|\byou (would|will|could|can|may|might) (get|gain|save|learn|see|find|have|benefit|receive|hear|leave|take|walk|keep|cut)|\byou('d|'ll) (get|gain|save|learn|see|find|have|benefit|receive|hear|leave|take|walk|keep)|\bsav(e|ing) (you|your)\b|\b(happy|glad) to (send|share|walk|show|help|bring)|\bhelp(s|ing)? (you|your)\b|\b(useful|helpful|valuable|of (use|value|interest)) (to|for) you\b|\bin return\b|\bbenefit|\bworth your\b|\b(I|we)( would|'d|'ll| will| can| could|'ll gladly)?( be)?( happy to| glad to| gladly)? (share|bring|offer|send you|show you|give you|walk you)|\bso (that )?(you|your team)\b|\b(gives?|show|bring|spare) you\b|\byour team (would|could|can|will)/i,
  connectorReason:
    /\bbecause\b|\bsince (you|we)\b|\bwhy I (ask|turn|come|write)\b|\bas (he|she|they|you|we|his|her|their|it)\b|\b(you|you two|you and .{1,40}) (know|knew|work|worked|seem|appear|are|ran|sat|told|said|mentioned|had)\b|\btogether\b|\bdo you know\b|\byour (view|word|opinion|judg|experience|advice|introduction)|\btrust\b|\bgood for you\b|\bhappy to (do the same|help you)|\bI thought of you|\bmakes you\b/i,
  minutes:
    /\b(\d{1,3})[\s-]*(?:-?\s?min)|\b(five|ten|fifteen|twenty|twenty-five|thirty|a few|half an hour)([\s-]*min|\b)/i,
  yesNo:
    /\?(?<=(^|[.!?,:;\n][^\S\n]*)((?!wh|how)[^\s.!?,:;]+ +){0,3}(would|could|can|may|might|do|does|are|is|will|shall|should|have|has)\s[^.!?\n]*\?)/i,
  genericSubject:
    /^(quick |a |short )*(intro|introduction|introductions|question|favou?r|request|hello|hi|hey|help|referral|networking|touching base|checking in)( request)?[.!?]*$/i,
  ledger:
    /\byou owe\b|\bowes? (me|us)\b|\bowes? (you|him|her|them) (one|big|something|a (favou?r|big one))\b|\b(it('s| is)|now) (now |only )?(my|your|his|her|their|our) turn( now)?(?=[.!?,;]|\s*$)|\bI('ve| have)? (already )?(helped|introduced|supported)\b[^\n]{0,80}\b(your|his|her|their) turn\b|\bI owe you\b|\bfavou?rs? (that )?(you|I|we) owe|\bfavou?r points?\b|\bin (my|your) debt\b|\bcall(ing)? in (a|that|the|my) favou?r|\bafter all (that )?I('ve| have)? did? ?(done)?|\bsocial debt\b|\brepay (me|the favou?r|that favou?r)|\breturn (the|that|my) favou?r|\byour turn to\b|\bmake us even\b|\bI (did|have done) you a favou?r/i,
  attachment: /(?<!strings )\battached\b|\battachments?\b|\benclosed\b/i,
  context:
    /\b(in|last|since|this|on) (\d+ )?(january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(19|20)\d\d\b|\bthank(s| you)\b(?! in advance)|\b(since|when|after|while) (we|our|you|the)\b|\bI remember\b|\bwe (last |first |both )?(met|spoke|talked|worked|wrote|connected|closed|finished|launched)|\b(have|are) been connected|\bgood to (see|talk|hear|meet)|\b(enjoyed|overlapped)\b|\byour help\b|\blast (week|month|year|spring|summer|autumn|fall|winter)|\bworked (together|with)/i,
  incentive:
    /\bcommission\b|\b(referral|finder'?s) (fee|bonus)|\bgift (card|voucher|certificate)|\bvoucher\b|\bkickback\b|\b(cash|referral) reward|\bI('ll| will) pay you\b/i,
  disclosed: /\bdisclos|\btranspar|\bto be (open|clear|honest)\b|\bopenly\b|\byou should know\b/i,
  introduce: /\b(introduc\w*|intros?\b|connect me|put (me|us) in touch|meet|reach)\b/i,
  several:
    /\b(intros|introductions)\b(?! (work|go|like|by|are made))|\b(both|each) of (them|these)\b|\b(two|three|four|several|some|these|following) (people|persons|contacts|buyers|targets)\b/i,
  towards:
    /\b(?:(?<!your )(?:introduc(?:e|ing|tion)s?|intros?|connect(?:ing|ion)?|in touch)(?: (?!name\b)[\p{L}-]+){0,3}? (?:to|with)|(?:and|also|plus|or|as well as)(?: also| maybe| perhaps)? (?:to|with)|also (?:[\p{L}-]+ ){0,3}?(?:meet|reach|(?:speak|talk) (?:to|with))) /iu,
  common:
    /^(the|and|that|this|with|from|have|has|for|are|was|were|will|would|they|their|them|our|your|you|about|into|than|more|who|how|what|why|can|could|not|but|its|his|her|out|all|any|one|two|when|where|which|want|like|show|help)$/,
  grade: (words, sentences) => {
    let syllables = 0;
    for (const word of words) {
      const groups = word
        .toLowerCase()
        .replace(/(?<![^aeiouy])[^aeiouy]*e$/, "")
        .match(/[aeiouy]+/g);
      syllables += Math.max(1, groups?.length ?? 0);
    }
    return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  },
};
