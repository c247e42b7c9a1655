"""The review as a Word document, for whoever asks for one; needs the extra `docx`."""
