"""A file in, its tables as plain columns out. No pandas: these modules run in worker processes."""
