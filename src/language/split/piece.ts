/** A stretch of text that is one word or one mark, before sentences are known. */
export interface Piece {
  start: number;
  end: number;
  /** White space, or the start of the text, stands before it. */
  spaced: boolean;
  /** How many pieces, this one included, make one written word ("don't"); 1 elsewhere. */
  joined: number;
  /** A word that carries its full stop ("Mr."). */
  abbreviation: boolean;
  /** A sentence ends before this piece although no space stands there ("collusion.Tillerson"). */
  glued: boolean;
}
