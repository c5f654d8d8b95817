/** What a bot's message answers. */
export interface AnsweredQuestion {
  readonly question: string;
  /** The short answer; null where there was none. */
  readonly answer: string | null;
}

/** Where the answers given last stand: an edited question edits its answer, and a reaction to an answer tells of it. */
export interface AnswerPlaces {
  /** The message that answers a question; null where that isn't known any more. */
  readonly of: (chatId: number, questionId: number) => number | null;
  /** What a message answers; null where it is none of the bot's last answers. */
  readonly answeredBy: (chatId: number, answerId: number) => AnsweredQuestion | null;
  readonly keep: (chatId: number, questionId: number, answerId: number, answered: AnsweredQuestion) => void;
}

interface Place {
  readonly questionId: number;
  readonly answered: AnsweredQuestion;
}

/** Remembers the places of so many answers. */
export function createAnswerPlaces(most = 1000): AnswerPlaces {
  const answerOf = new Map<string, number>();
  const places = new Map<string, Place>();
  return {
    of: (chatId, questionId) => answerOf.get(`${chatId}:${questionId}`) ?? null,
    answeredBy: (chatId, answerId) => places.get(`${chatId}:${answerId}`)?.answered ?? null,
    keep: (chatId, questionId, answerId, answered) => {
      answerOf.set(`${chatId}:${questionId}`, answerId);
      places.set(`${chatId}:${answerId}`, { questionId, answered });
      for (const [oldest, place] of places) {
        if (places.size <= most) break;
        places.delete(oldest);
        answerOf.delete(`${oldest.slice(0, oldest.indexOf(":"))}:${place.questionId}`);
      }
    },
  };
}
