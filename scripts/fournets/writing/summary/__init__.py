"""`汇总_<day>.xlsx`: a module a group of its sheets."""
