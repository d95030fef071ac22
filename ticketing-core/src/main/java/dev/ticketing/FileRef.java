package dev.ticketing;

/** A file that a message is to carry: an upload of the same caller, or a file held elsewhere. */
public sealed interface FileRef permits UploadId, OutsideFile {}
