local core_dir = 1
