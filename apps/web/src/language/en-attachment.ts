/** Texts about files, in English. */
export const attachment = {
  attachment: {
    minutes: 'The minutes or the decision as a file',
    help: 'PDF of at most 25 MB. A link to the archive is as good.',
    sending: 'Uploading the file …',
    underWay: 'Wait until the file is uploaded.',
    sent: (name: string, megabytes: string) => `${name} (${megabytes} MB) is uploaded.`,
    remove: 'Remove the file',
    stop: 'Stop the upload',
    tooLarge: 'The file is larger than 25 MB. Choose a smaller one, or use a link to the archive.',
    notPdf: 'The file is not a PDF. Save it as a PDF and choose it again.',
    failed: 'The file did not arrive. Choose it again.',
  },
};
