"""What is printed or read as a Word file: documents, the daily report, the first page, dossiers, and their trials."""
