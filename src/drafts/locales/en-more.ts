import type { LanguagePack } from "../language-pack.js";
import { ENGLISH } from "./en.js";

/** English with the sentences of the further kinds, which the package's root does not load. */
export const ENGLISH_MORE: LanguagePack = {
  ...ENGLISH,
  texts: {
    ...ENGLISH.texts,
    "issue.subject": "A question about {issue}",
    "issue.since": "Since we sorted out {issue} in {when}, I have been wondering about one thing.",
    "issue.since.open": "Since we finished our work in {when}, I have been wondering about one thing.",
    "issue.work": "Our work on {issue} made me wonder about one thing.",
    "issue.ask": [
      "Is there someone else in your company, or someone you know, who is facing the same type of issue, {issue}?",
      "Do you know someone, in your company or outside, who is dealing with {issue} as you were?",
    ],
    "issue.ask.formal":
      "May I ask whether you know someone, in your company or outside, who is facing the same type of issue, {issue}?",
    "issue.insider": "You know {industry} from the inside, so your view would help me most.",
    "issue.circle.business": "It may be one of your customers or suppliers, or even a competitor.",
    "issue.circle.private": "It may be a friend, a neighbor, somebody at work or in your family.",
    "issue.candidates": "Might it be a topic for {list}, for instance? You can tell far better than I can.",
    "issue.promise": [
      "I would offer them the help that I offered you, and nothing more.",
      "I would ask them what they need, and leave it at that if it is not for them.",
    ],
    "issue.out": [
      "If nobody comes to mind, no problem at all.",
      "If you would rather not, that is no problem at all.",
    ],
    "issue.out.short": "No problem if not.",
    "brief.titles": "I can help most in these roles: {list}.",
    "brief.industries": "Their trade is {list}.",
    "brief.size": "Between {from} and {to} people work at their company.",
    "brief.issue": "You know them by one thing: they struggle with {issue}.",
    "brief.close":
      "If somebody like that comes to mind one day, I would be glad to hear from you; if not, no problem at all.",
    "question.subject": "A question for you, {name}",
    "issue.ask.open":
      "Is there someone else in your company, or someone you know, who is facing the same type of issue that we worked on?",
    "thanks.referral": "Thank you for sending {who} my way.",
    "thanks.answered": "Thank you for your help with my question.",
    "thanks.referral.open": "Thank you for recommending me.",
    "congrats.subject": "Congratulations on the new start, {name}",
    "congrats.new": "I saw that you are at {company} now. My congratulations.",
    "congrats.role": "I saw that you have a new role. My congratulations.",
    "congrats.ask": ["How is the start going?", "How are the first weeks?"],
    "welcome.contact.subject": "Good to be in touch, {name}",
    "welcome.contact": "I am glad that we are in touch.",
    "welcome.contact.ask":
      "What are you working on at the moment, and whom would you like to meet? Perhaps I know someone.",
    "welcome.client.subject": "Welcome and thank you, {name}",
    "welcome.client": "Thank you for your trust. I look forward to working with you.",
    "welcome.client.ask": "Is there anything that you still need from me for a good start?",
    "event.ask.open": "Which event or group in your field do you find worth the time?",
    "event.subject": "Where people talk about {topic}",
    "event.ask": [
      "Which events would you go to if you wanted to meet people who work on {topic}?",
      "I would like to meet more people who work on {topic}. Is there an event or a group that you find worth the time?",
    ],
    "event.ask.short": "Which event on {topic} do you find worth the time?",
    "event.out": "One line is plenty, and if nothing comes to mind, no problem at all.",
    "name.ask": [
      "I am about to write to {who}. May I mention your name?",
      "I plan to write to {who}. Would it be all right to mention your name?",
    ],
    "name.easy": "There is nothing for you to do beyond a yes or a no.",
    "asker.none": "someone I know",
    "optin.subject": "An introduction to {asker}",
    "optin.ask": [
      "{asker} of {company} asked me whether I could introduce you two.",
      "I was asked for an introduction to you by {asker} of {company}.",
    ],
    "optin.ask.person": "{asker} asked me whether I could introduce you two.",
    "optin.reason": "What it is about, in the words of {askerFirst}: {reason}",
    "optin.offer": "What you would get: {offer}",
    "optin.question": ["Would you be open to that?", "Are you open to it?"],
    "optin.out": [
      "If not, just tell me and I will pass it on kindly; no problem at all.",
      "A short no is fine too, and I will let {askerFirst} know.",
    ],
    "relay.ask": [
      "{me} would like to reach {who}. Do you know {first} well enough to pass on the note below?",
      "{me} is hoping to speak with {who}. Do you know {first} well enough to introduce them?",
    ],
    "relay.ask.short": "{me} hopes to reach {who}. Do you know {first} well enough to pass on a note?",
    "relay.from": "{me} is with {company}.",
    "relay.reason": "It is about this: {reason}",
    "relay.reason.short": "Why: {reason}",
    "relay.why": "I ask you because you may know {first} better than I do.",
    "relay.out": "If not, or if it does not feel right, no problem at all.",
    "rewarm.subject": "Hello again, {name}",
    "rewarm.open": "I was thinking of you today.",
    "rewarm.ask": [
      "How are you, and what are you working on these days?",
      "I would like to hear how you are doing and what keeps you busy.",
    ],
    "rewarm.give": "If there is something I could help you with, tell me.",
    "rewarm.out": "No need to answer soon; I simply wanted to say hello.",
    "mend.subject": "Putting it right, {name}",
    "mend.open": "I know that not everything went as it should have, and I am sorry.",
    "mend.ask": "What can I do to put it right for you?",
    "mend.out": "If you would rather talk, tell me when, and I will call.",
    "decline.subject": "Your question about {who}",
    "decline.subject.open": "Your question, {name}",
    "decline.thanks": ["Thank you for asking me about {who}.", "Thank you for turning to me about {who}."],
    "decline.thanks.open": "Thank you for asking me.",
    "decline.no": [
      "I am not the right one for this introduction, so I would rather not make it.",
      "I would rather not make this introduction; that is no judgment of you or your work.",
    ],
    "decline.wish": "I wish you luck with it, and I am glad you asked.",
    "broker.subject": "{name}, meet {who}?",
    "broker.ask": [
      "I would like to introduce you to {who}.",
      "There is someone I would like you to meet: {who}.",
    ],
    "broker.why": ["Why I thought of you: {reason}", "Why I think it could be worth your time: {reason}"],
    "broker.needs": "You are looking for {what}, and that is what they offer.",
    "broker.offers": "They are looking for {what}, and that is what you offer.",
    "broker.question": ["Would you be open to that?", "May I put you two in touch?"],
    "broker.out": "If you would rather not, no problem at all; I have not yet promised anything.",
  },
};

/** The pack of a further kind: the whole English one where English is meant. */
export function wholePack(locale: LanguagePack | undefined): LanguagePack {
  return locale === undefined || locale === ENGLISH ? ENGLISH_MORE : locale;
}
