print("podlab")
