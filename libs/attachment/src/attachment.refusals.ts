import { Refusal, type Texts } from '@samanker/request';

/** The file is larger than the service takes. */
export class FileTooLarge extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen er for stor. Last opp en PDF på høyst {megabytes} MB.',
    nn: 'Fila er for stor. Last opp ein PDF på høgst {megabytes} MB.',
    en: 'The file is too large. Upload a PDF of at most {megabytes} MB.',
  };

  constructor(bytes: number) {
    super(['file'], { megabytes: Math.floor(bytes / 1024 / 1024) });
  }
}

/** The file is of a kind that is not taken, or says one thing and is another. */
export class FileNotAccepted extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen er ikke en PDF. Lagre den som PDF og last den opp på nytt.',
    nn: 'Fila er ikkje ein PDF. Lagre ho som PDF og last ho opp på nytt.',
    en: 'The file is not a PDF. Save it as a PDF and upload it again.',
  };

  constructor() {
    super(['file']);
  }
}

/** The file begins as a PDF but does not end as one: it was cut off. */
export class FileIncomplete extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen er ikke hel. Åpne den og lagre den på nytt, og last den så opp.',
    nn: 'Fila er ikkje heil. Opne ho og lagre ho på nytt, og last ho så opp.',
    en: 'The file is not complete. Open it, save it again, and then upload it.',
  };

  constructor() {
    super(['file']);
  }
}

/** The file is a PDF and something else at once. */
export class FileHoldsAnother extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen inneholder en annen fil. Skriv den ut til PDF og last opp resultatet.',
    nn: 'Fila inneheld ei anna fil. Skriv ho ut til PDF og last opp resultatet.',
    en: 'The file holds another file. Print it to PDF and upload the result.',
  };

  constructor() {
    super(['file']);
  }
}

/** The name of the file cannot be read. */
export class FileNameNotAccepted extends Refusal {
  static readonly texts: Texts = {
    nb: 'Navnet på filen kan ikke leses. Gi den et annet navn.',
    nn: 'Namnet på fila kan ikkje lesast. Gi ho eit anna namn.',
    en: 'The name of the file cannot be read. Give it another name.',
  };

  constructor() {
    super(['name']);
  }
}

/** Nobody needs so many files for one route. */
export class TooManyFiles extends Refusal {
  static readonly texts: Texts = {
    nb: 'Saken har allerede {limit} filer. Bruk en lenke til arkivet i stedet.',
    nn: 'Saka har alt {limit} filer. Bruk ei lenkje til arkivet i staden.',
    en: 'The case has {limit} files already. Use a link to the archive instead.',
  };

  constructor(limit: number) {
    super(['file'], { limit });
  }
}

/** The file cannot be kept, or not be fetched, just now. Nothing was stored. */
export class StoreNotAvailable extends Refusal {
  static readonly texts: Texts = {
    nb: 'Fillageret svarer ikke. Ingenting er lagret. Prøv igjen om litt, eller bruk en lenke til arkivet.',
    nn: 'Fillageret svarer ikkje. Ingenting er lagra. Prøv igjen om litt, eller bruk ei lenkje til arkivet.',
    en: 'The file store does not answer. Nothing was stored. Try again soon, or use a link to the archive.',
  };
}

/** What lies in the store is not what was uploaded. */
export class StoredFileChanged extends Refusal {
  static readonly texts: Texts = {
    nb: 'Filen i lageret er ikke den som ble lastet opp. Den vises ikke, og feilen er meldt.',
    nn: 'Fila i lageret er ikkje den som vart lasta opp. Ho blir ikkje vist, og feilen er meld.',
    en: 'The stored file is not the one that was uploaded. It is not shown, and the fault has been reported.',
  };
}

/** The person has several files on their way already. */
export class TooManyAtOnce extends Refusal {
  static readonly texts: Texts = {
    nb: 'Du laster opp mange filer på en gang. Vent til de er ferdige, og prøv igjen.',
    nn: 'Du lastar opp mange filer på ein gong. Vent til dei er ferdige, og prøv igjen.',
    en: 'You are uploading many files at once. Wait until they are done, and try again.',
  };

  constructor() {
    super(['file']);
  }
}
